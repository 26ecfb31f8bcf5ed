package io.kehu.auth.right;

import org.jspecify.annotations.Nullable;

/**
 * A permission that roles can grant.
 *
 * @param name the name, as {@code resource:action}
 * @param description what it permits
 * @param scoped whether it can be limited to one's own or one's teams' records
 * @param service the service that the resource belongs to; null if none has announced it
 * @param announced whether the service has announced it the last time it started; nothing
 * checks it otherwise
 */
public record Permission(String name, String description, boolean scoped, @Nullable String service, boolean announced) {
}
