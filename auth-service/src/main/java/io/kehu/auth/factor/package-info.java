/**
 * What people prove themselves with besides a password, and what a token says about it.
 */
@NullMarked
package io.kehu.auth.factor;

import org.jspecify.annotations.NullMarked;
