/**
 * Says what a file holds before anything is changed: types, gaps, outliers, keys and
 * dependencies, and which cleaning rules would help.
 */
@NullMarked
package io.kehu.migration.profile;

import org.jspecify.annotations.NullMarked;
