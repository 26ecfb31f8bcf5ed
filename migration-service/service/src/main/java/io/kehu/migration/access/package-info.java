/**
 * Access to what stewards work with: uploads, data sets, jobs and definitions.
 */
@NullMarked
package io.kehu.migration.access;

import org.jspecify.annotations.NullMarked;
