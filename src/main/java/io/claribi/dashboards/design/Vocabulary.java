package io.claribi.dashboards.design;

import java.util.Set;

/** What words in the names of columns tell. Where a word could be of two kinds, the order of asking decides. */
final class Vocabulary {
    static final Set<String> IDENTIFIER = words("""
            id ids uuid guid key code zip zipcode postcode postal plz phone telephone mobile fax ssn iban bic
            isbn ean upc sku barcode hash token url uri link email mail ip serial fips idx row rownum vin imei
            pk fk kennung
            """);
    /** Identifiers that nobody counts. */
    static final Set<String> ADDRESS = words("""
            url uri link email mail phone telephone mobile fax hash token ip zip zipcode postcode postal plz row
            rownum idx index barcode comment note notes
            """);

    static final Set<String> MOMENT = words("""
            date time datetime timestamp datum day month
            """);

    static final Set<String> UNIT = words("""
            kg lbs km mm cm kwh mwh ms mph kmh °c °f hpa mb gb kb knots %
            """);

    /** Identifiers when they stand last, as in "order no"; quantities when first, as in "number of orders". */
    static final Set<String> NUMBERING = words("""
            no nr num number nummer # index
            """);

    static final Set<String> COORDINATE = words("""
            lat latitude lon lng longitude easting northing geom geometry geohash
            """);
    static final Set<String> YEAR = words("""
            year yr jahr année año anno fy
            """);
    static final Set<String> PERIOD = words("""
            month week weekday day hour quarter minute dow
            """);

    static final Set<String> PERCENT = words("""
            percent percentage pct perc % prozent
            """);
    static final Set<String> SHARE = words("""
            rate ratio share probability likelihood margin conversion ctr utilization utilisation occupancy
            yield quote anteil
            """);
    /** Money of one thing: a mean tells, a total doesn't. */
    static final Set<String> UNIT_PRICE = words("""
            price preis prix precio salary wage gehalt lohn rent msrp quotation
            """);
    /** Prices at an exchange, when a name has no other word. */
    static final Set<String> QUOTATION = words("""
            open close high low adj adjclose
            """);

    static final Set<String> DURATION = words("""
            time duration runtime length delay ride call
            """);
    /** What is measured, not counted. */
    static final Set<String> LEVEL = words("""
            score rating stars grade gpa temperature temp temperatur age alter weight height length width depth
            size speed wind humidity pressure average avg mean median mpg horsepower displacement acceleration
            elevation altitude density concentration ppm bmi fertility expect expectancy duration runtime delay
            latency population pop stock inventory balance headcount level capacity per index magnitude mag
            intensity ph uv visibility cloud dew gallon gallons time iq nps satisfaction tenure max min mass
            """);

    static final Set<String> MONEY = words("""
            revenue revenues sales sale amount cost costs income profit earnings expense expenses spend spending
            spent budget fee fees tax taxes gross net turnover payment payments paid invoice invoiced billing
            billed mrr arr donation donations contribution contributions receipts umsatz betrag kosten gewinn
            budgets $ € £ refund refunds subtotal discounts commission freight shipping loan debt funding
            """);
    static final Set<String> QUANTITY = words("""
            quantity qty units unit count counts cnt orders clicks visits visitors views sessions impressions
            downloads installs signups users passengers cases deaths injuries fatalities births tickets seats
            votes production kwh consumption usage emissions precipitation rain rainfall snow snowfall distance
            miles km minutes hours items pieces volume tonnes tons amounts menge anzahl total sold shipped likes
            shares comments messages calls hits goals points people generation traded
            """);
    /** The more a measure of this name is what a business looks at. */
    static final Set<String> TELLING = words("""
            revenue revenues sales total amount profit gross umsatz turnover worldwide income mrr close
            """);

    static final Set<String> TELLING_CATEGORY = words("""
            category type kind class region country state city segment status channel product department gender
            sex industry sector genre brand group team origin source species weather plan tier market area phase
            size reason method carrier series cluster priority stage campaign device platform island symbol
            rating
            """);

    static final Set<String> MAIN_TIME = words("""
            date day time timestamp datetime datum month ordered order created event sold purchase purchased
            transaction invoice flight release when started year
            """);
    static final Set<String> SIDE_TIME = words("""
            birth birthday dob born updated modified changed due end ended expires expiry expiration delivery
            delivered shipped deleted closed last until loaded imported
            """);

    private Vocabulary() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
