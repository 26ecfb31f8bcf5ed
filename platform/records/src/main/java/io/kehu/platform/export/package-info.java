/**
 * Exports of whole lists.
 */
@NullMarked
package io.kehu.platform.export;

import org.jspecify.annotations.NullMarked;
