package io.kehu.auth.consent;

import java.util.List;

/**
 * The consent that a user has given to a client.
 *
 * @param clientId the client id
 * @param name the display name of the client
 * @param scopes the granted scopes
 */
record Consent(String clientId, String name, List<String> scopes) {
}
