/**
 * Tests of the login.
 */
@NullMarked
package io.kehu.auth.login;

import org.jspecify.annotations.NullMarked;
