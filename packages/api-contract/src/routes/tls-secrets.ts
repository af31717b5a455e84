import { z } from 'zod';

/** `GET /api/contexts/:context/tls-secrets/:namespace`: names only, read as metadata. */
export const tlsSecretsReplySchema = z.object({ names: z.array(z.string()) });
export type TlsSecretsReply = z.infer<typeof tlsSecretsReplySchema>;

/** `GET …/tls-secrets/:namespace/:name`: facts of the certificate; the key never leaves the server's reader. */
export const certificateReplySchema = z.object({
  /** DNS names and addresses the certificate is for. */
  names: z.array(z.string()),
  /** Which some controllers go by; browsers do not. */
  commonName: z.string(),
  issuer: z.string(),
  /** RFC 3339. */
  notBefore: z.string(),
  notAfter: z.string(),
  /** SHA-256 of the certificate, hexadecimal. */
  fingerprint: z.string(),
  isKeyPresent: z.boolean(),
  /** Why the Secret cannot serve; one that is not there is an answer like others. Without a readable certificate the texts above are empty. */
  problem: z
    .enum([
      'secret-missing',
      'certificate-missing',
      'certificate-unreadable',
      'key-missing',
      'key-unreadable',
      'key-of-another-certificate',
    ])
    .optional(),
});
export type CertificateReply = z.infer<typeof certificateReplySchema>;
