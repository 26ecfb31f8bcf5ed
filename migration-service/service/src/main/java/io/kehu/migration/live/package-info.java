/**
 * The live customers: fetched for linkage, and changed as approved by a steward.
 */
@NullMarked
package io.kehu.migration.live;

import org.jspecify.annotations.NullMarked;
