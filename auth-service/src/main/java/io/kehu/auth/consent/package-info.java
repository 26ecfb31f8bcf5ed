/**
 * What people have allowed programs to do for them.
 */
@NullMarked
package io.kehu.auth.consent;

import org.jspecify.annotations.NullMarked;
