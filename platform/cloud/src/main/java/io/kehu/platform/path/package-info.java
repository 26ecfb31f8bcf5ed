/**
 * Paths that all processes have to read in the same way.
 */
@NullMarked
package io.kehu.platform.path;

import org.jspecify.annotations.NullMarked;
