export type Language =
  | 'en'
  | 'de'
  | 'fr'
  | 'es'
  | 'pl'
  | 'it'
  | 'nl'
  | 'pt'
  | 'tr'
  | 'hi'
  | 'nordic'
  | 'ja'
  | 'ar'
  | 'cs';

/** People of one language; `#` in the phone number stands for any digit. Companies are written `name | domain`. */
type Place = { phone: string; first: string; last: string; companies: string };

/** Names as people there bear them; companies and addresses are invented, on domains that nobody can own. */
export const places: Record<Language, Place> = {
  en: {
    phone: '+44 1632 960###',
    first:
      'Oliver Charlotte Imogen Callum Siobhán Rhys Niamh Harriet Dominic Beatrice Tamsin Ewan Priscilla Marcus Zoë',
    last: 'Whitfield Ashworth O’Sullivan Pemberton MacLeod Llewellyn Hargreaves Fairbanks Okafor-Reed Thistlewood Brennan Castellan Dunmore',
    companies:
      'Harbour & Finch | harbourfinch.example, Tidewell Analytics | tidewell.example, Brackenfield Foods | brackenfield.example, Copperline Insurance | copperline.example, Larkspur Health | larkspur-health.example, Pennine Robotics | pennine-robotics.example, Stonebridge Legal LLP | stonebridge-legal.example',
  },
  de: {
    phone: '+49 30 23125 ###',
    first:
      'Jürgen Anneliese Björn Käthe Matthias Friederike Sören Lieselotte Götz Ulrike Rüdiger Dörte Florian Hannelore Jörg',
    last: 'Müller-Lüdenscheidt Schröder Weißgerber Großmann Kühnert Bäumler Hohenstein Vogelsang Dürrenmeier Schäfer Oberhuber Löwe Strauß',
    companies:
      'Nordlicht Logistik GmbH | nordlicht-logistik.example, Weißgerber & Söhne KG | weissgerber.example, Alpenblick Software AG | alpenblick.example, Rheinwerk Maschinenbau | rheinwerk.example, Kornblume Naturkost | kornblume.example, Hansekontor Versicherungen | hansekontor.example, Sternwarte Optik GmbH | sternwarte-optik.example',
  },
  fr: {
    phone: '+33 1 99 00 ## ##',
    first:
      'Amélie Benoît Chloé Gaëtan Hélène Jérôme Maëlys Noël Océane Rémi Sébastien Thaïs Zoé François Inès',
    last: 'Lefèvre Dupré d’Aubigné Beauséjour Châtelain Desrosiers Lévêque Saint-Étienne Pâquet Gauthier Prévost Noël Ménard',
    companies:
      'Atelier Beauséjour | beausejour.example, Cèdre & Associés | cedre-associes.example, Lumière Énergie | lumiere-energie.example, Boulangeries Pâquet | paquet.example, Vélocité SAS | velocite.example, Horizon Médical | horizon-medical.example',
  },
  es: {
    phone: '+34 910 555 ###',
    first:
      'Íñigo María-José Álvaro Begoña Joaquín Nuria Raúl Ximena Martín Concepción Andrés Lucía Óscar Paloma Sebastián',
    last: 'Núñez García-Márquez Ibáñez Peña Zúñiga Muñoz Echeverría Rodríguez Quiñones Castañeda Ordóñez Villalobos Jiménez',
    companies:
      'Olivares del Sur | olivares-del-sur.example, Construcciones Peña | pena-construcciones.example, Faro Digital | faro-digital.example, Clínica Ibáñez | clinica-ibanez.example, Vientos de Levante | vientos-levante.example',
  },
  pl: {
    phone: '+48 22 555 ## ##',
    first:
      'Łukasz Agnieszka Grzegorz Małgorzata Paweł Żaneta Wojciech Elżbieta Michał Bożena Przemysław Świętosława Jędrzej',
    last: 'Wójcik Kowalczyk Brzęczyszczykiewicz Dąbrowska Szczepański Żółkiewski Gołębiowska Nowakowski Pawłowska Kręcina Śliwa',
    companies:
      'Bursztyn Systemy | bursztyn.example, Żubr Transport Sp. z o.o. | zubr-transport.example, Wisła Farma | wisla-farma.example, Kopernik Lab | kopernik-lab.example, Złota Rączka | zlota-raczka.example',
  },
  it: {
    phone: '+39 02 5550 ####',
    first:
      'Niccolò Chiara Giosuè Ludovica Matteo Annunziata Dario Fiorella Raffaele Beatrice Salvatore Giulia',
    last: 'D’Angelo Bevilacqua Lo_Presti Montanari Scognamiglio De’Medici Colombo Ferrante Quattrocchi Zanardi Mancuso',
    companies:
      'Ceramiche Montanari | ceramiche-montanari.example, Officina Veloce | officina-veloce.example, Aurora Tessuti | aurora-tessuti.example, Caffè Bellavista | bellavista.example',
  },
  nl: {
    phone: '+31 20 555 ####',
    first: 'Sjoerd Marijke Joris Anouk Thijs Fenna Pieter Wilhelmina Bram Liesbeth Daniël Noor',
    last: 'van_der_Berg de_Groot Hoekstra van_’t_Hoff Dijkgraaf Vermeulen ten_Brink Kuipers Oosterhuis Brouwer',
    companies:
      'Van der Berg Bloemen | vdb-bloemen.example, Polder Pay | polderpay.example, Grachtenhuis Vastgoed | grachtenhuis.example, Dijkgraaf Engineering | dijkgraaf.example',
  },
  pt: {
    phone: '+351 21 555 ####',
    first: 'João Conceição Antônio Luísa Estêvão Graça Tomás Inês Nélson Verônica Gonçalo Lourdes',
    last: 'Magalhães Guimarães Conceição Assunção Brandão Simões Falcão Araújo Leitão da_Silva dos_Santos',
    companies:
      'Azulejo Estúdio | azulejo.example, Maré Alta Pescas | mare-alta.example, Cortiça Nova | cortica-nova.example, Bandeirante Cargas | bandeirante-cargas.example',
  },
  tr: {
    phone: '+90 212 555 ## ##',
    first: 'İbrahim Ayşe Çağlar Gülşah Özgür Şebnem Işıl Tuğçe Ümit Bülent Göksu Yağmur',
    last: 'Yıldırım Öztürk Çelik Şahin Güneş Karadağ Aydoğan İnanç Koçoğlu Eroğlu Büyük',
    companies:
      'Boğaziçi Yazılım A.Ş. | bogazici-yazilim.example, Çınar Tekstil | cinar-tekstil.example, Güneş Enerji | gunes-enerji.example, Kapadokya Turizm | kapadokya-turizm.example',
  },
  hi: {
    phone: '+91 22 5550 ####',
    first:
      'Aarav Lakshmi Venkatesh Ananya Rajesh Meenakshi Harpreet Sunita Imran Kavitha Debashish Parvati Jaspreet',
    last: 'Krishnamurthy Iyer Chattopadhyay Singh Deshpande Subramanian Bhattacharya Nair Qureshi Venkataraman Kulkarni Gill',
    companies:
      'Monsoon Cloud Pvt. Ltd. | monsoon-cloud.example, Himalaya Fintech | himalaya-fintech.example, Banyan Textiles | banyan-textiles.example, Saffron Route Travels | saffron-route.example',
  },
  nordic: {
    phone: '+46 8 465 004 ##',
    first: 'Åsa Bjørn Søren Ingrid Øystein Þórdís Sigríður Håkon Märta Väinö Aino Frøya Jökull Göran',
    last: 'Åkesson Bjørnstad Sørensen Lindqvist Kjærgaard Jónsdóttir Hämäläinen Ødegård Nyström Gudmundsdóttir Mäkinen Østergaard',
    companies:
      'Fjordkraft Marin AS | fjordkraft-marin.example, Nordstjernan Bygg AB | nordstjernan-bygg.example, Smørrebrød & Co | smorrebrod.example, Revontuli Games Oy | revontuli.example, Ísland Geothermal | island-geothermal.example',
  },
  ja: {
    phone: '+81 3 5550 ####',
    first: 'Haruto Sakura Kenji Yūko Takeshi Aiko Ryōta Natsuki Shin’ichi Mariko Daisuke Hinata',
    last: 'Satō Takahashi Watanabe Kobayashi Ōno Yamaguchi Hashimoto Itō Fujiwara Kurosawa Mori',
    companies:
      'Asahi Precision K.K. | asahi-precision.example, Sakura Mobility | sakura-mobility.example, 株式会社 星野商会 | hoshino-shokai.example, Kumo Systems | kumo-systems.example',
  },
  ar: {
    phone: '+971 4 555 ####',
    first: 'Khalid Fatima Yousef Layla Omar Noura Abdulrahman Salma Tariq Amina Hassan Rania',
    last: 'Al-Mansouri Haddad El-Sayed Bennani Al-Rashid Khoury Mahfouz Zaidan Ben_Youssef Al-Qahtani',
    companies:
      'Oasis Water Technologies | oasis-water.example, شركة النخيل للتجارة | alnakheel.example, Levant Shipping | levant-shipping.example, Atlas Textiles Maroc | atlas-textiles.example',
  },
  cs: {
    phone: '+420 255 555 ###',
    first: 'Jiří Kateřina Ondřej Žofie Tomáš Dvořák Štěpánka Přemysl Božena Řehoř Libuše',
    last: 'Dvořák Nováková Příhoda Šťastný Černý Hrušková Vlček Jelínek Růžička Křížová',
    companies: 'Vltava Stavby s.r.o. | vltava-stavby.example, Křišťál Sklo | kristal-sklo.example',
  },
};
