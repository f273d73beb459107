package dev.cpor.generate;

import java.util.List;

/** Where partners and customers are, with the currency they trade in. */
enum Country {
    US("USD", 2, 1_000_000, "Inc.", "Blue Ridge", "Cascade", "Harborview", "Lakeside", "Prairie", "Summit & Sons"),
    DE("EUR", 2, 1_084_200, "GmbH", "Müller", "Nordlicht", "Weißbach", "Schäfer & Söhne", "Elbufer", "Grünwald"),
    GB("GBP", 2, 1_271_500, "Ltd", "Ashford", "Thames Gate", "Kingsbridge", "O'Connell", "Pennine", "Wren"),
    JP("JPY", 0, 6_712, "株式会社", "桜システム", "青空", "東和", "みなと", "北斗", "富士見"),
    KW("KWD", 3, 3_251_400, "W.L.L.", "Al Safat", "Failaka", "Gulf Pearl", "مجموعة الأفق", "Shuwaikh", "Burgan Bay"),
    FR("EUR", 2, 1_084_200, "SARL", "L'Étoile", "Béranger", "Côte d'Azur", "Lumière", "Garonne", "Saint-Éloi"),
    CA("CAD", 2, 731_800, "Corp.", "Maple Grove", "Laurentide", "Fraser", "Northern Lights", "Québec Nord", "Tundra"),
    SE("SEK", 2, 94_650, "AB", "Björk", "Åkerlund", "Södermalm", "Norrsken", "Fjällräven Syd", "Östberg"),
    IN("INR", 2, 11_872, "Pvt Ltd", "Deccan", "Lotus", "Sahyadri", "आकाश", "Konkan", "Vindhya"),
    BR("BRL", 2, 184_300, "Ltda.", "São Bento", "Ipê Amarelo", "Pão de Açúcar", "Iguaçu", "Cerrado", "Maré Alta"),
    PL("PLN", 2, 253_900, "sp. z o.o.", "Wisła", "Łódzka", "Żubr", "Północ", "Mazury", "Tatry"),
    AU("AUD", 2, 657_400, "Pty Ltd", "Banksia", "Coral Coast", "Outback", "Southern Cross", "Wattle", "Yarra");

    private final String currency;
    private final int minorUnits;
    private final long usdMicros;
    private final String legalForm;
    private final List<String> stems;

    Country(String currency, int minorUnits, long usdMicros, String legalForm, String... stems) {
        this.currency = currency;
        this.minorUnits = minorUnits;
        this.usdMicros = usdMicros;
        this.legalForm = legalForm;
        this.stems = List.of(stems);
    }

    static final List<Country> ALL = List.of(values());

    String currency() {
        return currency;
    }

    /** Returns how many decimals an amount of the currency has. */
    int minorUnits() {
        return minorUnits;
    }

    /** Returns about what one unit of the currency is worth, in millionths of a USD. */
    long usdMicros() {
        return usdMicros;
    }

    /** Makes up the name of a firm. */
    String firm(Dice dice, List<String> trades) {
        return dice.oneOf(stems) + " " + dice.oneOf(trades) + " " + legalForm;
    }
}
