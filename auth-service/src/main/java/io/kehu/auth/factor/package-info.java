/**
 * Second factors, and the evidence of them in tokens.
 */
@NullMarked
package io.kehu.auth.factor;

import org.jspecify.annotations.NullMarked;
