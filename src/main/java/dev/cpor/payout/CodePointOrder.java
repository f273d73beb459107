package dev.cpor.payout;

/**
 * Orders text by Unicode code point, which is also the order of its UTF-8 bytes and that of a binary collation. (Java's own
 * order is by UTF-16 unit and puts U+1F600 before U+FF21.)
 */
public final class CodePointOrder {
    private CodePointOrder() {}

    /** Returns less than, equal to or greater than 0, as a comparator does. */
    public static int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean onlyOneIsSupplementary = Character.isSurrogate(x) != Character.isSurrogate(y);
                return onlyOneIsSupplementary ? (Character.isSurrogate(x) ? 1 : -1) : x - y;
            }
        }
        return a.length() - b.length();
    }
}
