/**
 * Revoked tokens.
 */
@NullMarked
package io.kehu.auth.revocation;

import org.jspecify.annotations.NullMarked;
