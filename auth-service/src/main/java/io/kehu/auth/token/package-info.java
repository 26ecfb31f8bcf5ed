/**
 * The content and lifecycle of tokens.
 */
@NullMarked
package io.kehu.auth.token;

import org.jspecify.annotations.NullMarked;
