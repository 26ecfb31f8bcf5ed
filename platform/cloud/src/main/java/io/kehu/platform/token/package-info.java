/**
 * Verification of Kehu's access tokens, the same in servlet services and in the gateway.
 */
@NullMarked
package io.kehu.platform.token;

import org.jspecify.annotations.NullMarked;
