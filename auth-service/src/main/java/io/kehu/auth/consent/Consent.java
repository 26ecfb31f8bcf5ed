package io.kehu.auth.consent;

import java.util.List;

/**
 * What somebody has allowed a program to do for them, until they withdraw it.
 *
 * @param clientId what the program calls itself
 * @param name what people know it by
 * @param scopes what it may do
 */
record Consent(String clientId, String name, List<String> scopes) {
}
