/**
 * Tests of rights.
 */
@NullMarked
package io.kehu.auth.owner;

import org.jspecify.annotations.NullMarked;
