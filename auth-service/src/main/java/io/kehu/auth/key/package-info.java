/**
 * The keys that sign tokens.
 */
@NullMarked
package io.kehu.auth.key;

import org.jspecify.annotations.NullMarked;
