/**
 * Tests of roles.
 */
@NullMarked
package io.kehu.auth.role;

import org.jspecify.annotations.NullMarked;
