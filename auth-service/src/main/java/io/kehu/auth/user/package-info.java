/**
 * The people that may log in, their passwords and roles.
 */
@NullMarked
package io.kehu.auth.user;

import org.jspecify.annotations.NullMarked;
