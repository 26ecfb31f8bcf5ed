/**
 * Tests of the whole service over HTTP, on a real database.
 */
@NullMarked
package io.kehu.auth;

import org.jspecify.annotations.NullMarked;
