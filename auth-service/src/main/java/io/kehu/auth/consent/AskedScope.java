package io.kehu.auth.consent;

/**
 * Something that a program asks to be allowed.
 *
 * @param name what the protocol calls it
 * @param meaning what it means to people
 */
public record AskedScope(String name, String meaning) {
}
