package io.kehu.auth.right;

/**
 * Somebody who is let in, with what they may do.
 *
 * @param name the name that people know them by
 * @param rights what they may do at this moment
 */
public record Holder(String name, Rights rights) {
}
