/**
 * Tests of what belongs to users.
 */
@NullMarked
package io.kehu.auth.user;

import org.jspecify.annotations.NullMarked;
