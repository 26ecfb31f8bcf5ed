/**
 * The identity service: users and clients authenticate here and obtain tokens.
 */
@NullMarked
package io.kehu.auth;

import org.jspecify.annotations.NullMarked;
