/**
 * Roles: permissions under a name, those that come with the system and those of one's
 * own.
 */
@NullMarked
package io.kehu.auth.role;

import org.jspecify.annotations.NullMarked;
