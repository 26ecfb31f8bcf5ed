/**
 * Tests.
 */
@NullMarked
package io.kehu.migration.move;

import org.jspecify.annotations.NullMarked;
