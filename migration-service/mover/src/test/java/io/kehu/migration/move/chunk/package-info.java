/**
 * Tests.
 */
@NullMarked
package io.kehu.migration.move.chunk;

import org.jspecify.annotations.NullMarked;
