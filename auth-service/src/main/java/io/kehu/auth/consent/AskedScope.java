package io.kehu.auth.consent;

/**
 * A scope that a client requests.
 *
 * @param name the name of the scope
 * @param meaning a description for users
 */
public record AskedScope(String name, String meaning) {
}
