package io.kehu.platform.idempotency;

import java.util.Map;

/**
 * An answer that was given once.
 *
 * @param fingerprint the digest of the request that it answered
 */
record StoredAnswer(byte[] fingerprint, int status, Map<String, String> headers, byte[] body) {
}
