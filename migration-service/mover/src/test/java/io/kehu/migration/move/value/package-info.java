/**
 * Tests.
 */
@NullMarked
package io.kehu.migration.move.value;

import org.jspecify.annotations.NullMarked;
