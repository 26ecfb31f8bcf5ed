package io.kehu.gateway.limit;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param subject the subject of the token, or null without a token
 * @param client the client that obtained the token, or null without a token
 * @param address the client's address
 */
public record Caller(@Nullable String subject, @Nullable String client, String address) {
}
