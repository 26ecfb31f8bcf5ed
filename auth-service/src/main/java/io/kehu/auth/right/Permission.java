package io.kehu.auth.right;

/**
 * A permission that roles can grant.
 *
 * @param name the name, as {@code resource:action}
 * @param description what it permits
 * @param scoped whether it can be limited to one's own or one's teams' records
 */
public record Permission(String name, String description, boolean scoped) {
}
