/**
 * Tests of the verification of access tokens.
 */
@NullMarked
package io.kehu.platform.token;

import org.jspecify.annotations.NullMarked;
