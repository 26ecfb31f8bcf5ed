/**
 * Where every id comes from.
 */
@NullMarked
package io.kehu.platform.id;

import org.jspecify.annotations.NullMarked;
