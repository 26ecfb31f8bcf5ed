package io.kehu.platform.idempotency;

import java.util.Map;

/**
 * An answer that was given once.
 *
 * @param fingerprint the digest of the request that it answered, in hexadecimal
 * @param body the answer's JSON
 */
record StoredAnswer(String fingerprint, int status, Map<String, String> headers, String body) {
}
