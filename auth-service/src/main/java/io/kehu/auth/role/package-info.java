/**
 * Built-in and custom roles.
 */
@NullMarked
package io.kehu.auth.role;

import org.jspecify.annotations.NullMarked;
