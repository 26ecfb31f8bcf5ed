/**
 * Tests of rights.
 */
@NullMarked
package io.kehu.auth.right;

import org.jspecify.annotations.NullMarked;
