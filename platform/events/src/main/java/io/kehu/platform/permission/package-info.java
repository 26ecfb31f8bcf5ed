/**
 * Announcing the permissions of a service, which auth-service adds to its catalogue.
 */
@NullMarked
package io.kehu.platform.permission;

import org.jspecify.annotations.NullMarked;
