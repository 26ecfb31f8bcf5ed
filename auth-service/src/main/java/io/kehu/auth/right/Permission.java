package io.kehu.auth.right;

/**
 * Something that may be done, to be put into roles.
 *
 * @param name what it is called, as {@code resource:action}
 * @param description what it permits
 * @param scoped whether it can be limited to one's own records, or to those of one's
 * teams
 */
public record Permission(String name, String description, boolean scoped) {
}
