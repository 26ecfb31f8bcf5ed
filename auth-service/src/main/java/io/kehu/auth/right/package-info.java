/**
 * What somebody may do, and that nobody gives away more than they have.
 */
@NullMarked
package io.kehu.auth.right;

import org.jspecify.annotations.NullMarked;
