/**
 * Users, their passwords and their roles.
 */
@NullMarked
package io.kehu.auth.user;

import org.jspecify.annotations.NullMarked;
