/** The public site behind CloudFront: static files from the bucket, the few dynamic paths from the site function. */
import { Duration, Fn, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { frontHeader } from '@gongkai/domain/settings.ts';
import type { Stage } from '../stages.ts';
import { accept } from './accept.ts';

/** Paths that are not files. */
export const dynamicPaths = ['/search*', '/subscribe*'];

export function publicSite(
  scope: Construct,
  bucketName: string,
  api: HttpApi,
  frontKey: string,
  stage: Stage,
): Distribution {
  const responseHeadersPolicy = new ResponseHeadersPolicy(scope, 'SiteHeaders', {
    corsBehavior: {
      // What is public may be read by programs on other sites, too.
      accessControlAllowOrigins: ['*'],
      accessControlAllowMethods: ['GET', 'HEAD'],
      accessControlAllowHeaders: ['*'],
      accessControlAllowCredentials: false,
      originOverride: true,
    },
    securityHeadersBehavior: {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: {
        referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
        override: true,
      },
      contentSecurityPolicy: {
        contentSecurityPolicy:
          "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        override: true,
      },
    },
  });
  // Lists for frames on other sites, see packages/pages/embed.tsx.
  const embedHeaders = new ResponseHeadersPolicy(scope, 'EmbedHeaders', {
    securityHeadersBehavior: {
      contentTypeOptions: { override: true },
      contentSecurityPolicy: {
        contentSecurityPolicy:
          "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *",
        override: true,
      },
    },
  });
  const always = { viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS, responseHeadersPolicy };
  // Imported by name: the policy that lets distributions read is the bucket's own, in the stack that keeps it.
  const bucket = Bucket.fromBucketAttributes(scope, 'PublicFiles', {
    bucketName,
    region: Stack.of(scope).region,
  });
  const files = {
    origin: S3BucketOrigin.withOriginAccessControl(bucket),
    cachePolicy: CachePolicy.CACHING_OPTIMIZED,
  };
  const origin = new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)), {
    customHeaders: { [frontHeader]: frontKey },
  });
  const distribution = new Distribution(scope, 'Distribution', {
    defaultRootObject: 'index.html',
    ...(stage.siteCertificateArn === undefined
      ? {}
      : {
          domainNames: [new URL(stage.siteUrl).hostname],
          certificate: Certificate.fromCertificateArn(scope, 'SiteCertificate', stage.siteCertificateArn),
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        }),
    defaultBehavior: { ...files, ...always },
    additionalBehaviors: {
      ...Object.fromEntries(
        dynamicPaths.map((path) => [
          path,
          {
            ...always,
            origin,
            allowedMethods: AllowedMethods.ALLOW_ALL,
            cachePolicy: CachePolicy.CACHING_DISABLED,
            originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          },
        ]),
      ),
      '/embed/*': { ...files, ...always, responseHeadersPolicy: embedHeaders },
    },
    errorResponses: [403, 404].map((httpStatus) => ({
      httpStatus,
      responseHttpStatus: 404,
      responsePagePath: '/404.html',
      ttl: Duration.minutes(1),
    })),
  });
  accept(distribution, 'AwsSolutions-CFR1', 'The public of the whole world may read what is public.');
  accept(distribution, 'AwsSolutions-CFR2', 'Static files, and a throttled API for the rest.');
  accept(distribution, 'AwsSolutions-CFR3', 'The access log of the bucket and of the API tells the same.');
  accept(
    distribution,
    'AwsSolutions-CFR4',
    'Without a domain of its own CloudFront sets the protocol itself.',
  );
  accept(
    distribution,
    'Annotation::@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
    'constructs/cloud-front-access.ts writes that policy.',
  );
  return distribution;
}
