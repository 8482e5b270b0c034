/** @type {import('next').NextConfig} */
export default {
  // The Dockerfile wants everything in one folder; `npm start` wants it where it is.
  ...(process.env.BUILD_STANDALONE === '1' ? { output: 'standalone' } : {}),
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` and `npm run typecheck` check types; a school that starts the demo need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pino', '@prisma/client', '@prisma/adapter-pg', 'pg', 'docx'],
  headers: async () => [
    // The two fonts never change under their names; a new drawing gets a new name.
    {
      source: '/fonts/:file*',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    },
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        ...(process.env.NODE_ENV === 'production'
          ? [{ key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' }]
          : []),
      ],
    },
  ],
}
