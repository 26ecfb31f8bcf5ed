package io.kehu.platform.idempotency;

import java.util.Map;

/**
 * A stored response to an idempotent request.
 *
 * @param fingerprint the SHA-256 digest of the request, in hexadecimal
 * @param body the JSON body of the response
 */
record StoredAnswer(String fingerprint, int status, Map<String, String> headers, String body) {
}
