/**
 * Clients that request tokens.
 */
@NullMarked
package io.kehu.auth.client;

import org.jspecify.annotations.NullMarked;
