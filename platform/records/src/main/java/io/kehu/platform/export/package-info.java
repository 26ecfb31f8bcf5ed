/**
 * Exports of complete lists.
 */
@NullMarked
package io.kehu.platform.export;

import org.jspecify.annotations.NullMarked;
