/**
 * Tests of the clients that may ask for tokens.
 */
@NullMarked
package io.kehu.auth.client;

import org.jspecify.annotations.NullMarked;
