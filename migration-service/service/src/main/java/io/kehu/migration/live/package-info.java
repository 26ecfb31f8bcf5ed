/**
 * The live customers: fetched to be linked against, and changed by what a steward has
 * approved.
 */
@NullMarked
package io.kehu.migration.live;

import org.jspecify.annotations.NullMarked;
