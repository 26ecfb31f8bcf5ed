/**
 * What was taken back before it expired.
 */
@NullMarked
package io.kehu.auth.revocation;

import org.jspecify.annotations.NullMarked;
