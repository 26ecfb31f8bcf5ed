package io.kehu.auth.right;

/**
 * A user or client with its rights.
 *
 * @param name the display name
 * @param rights the current rights
 */
public record Holder(String name, Rights rights) {
}
